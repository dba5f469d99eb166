import { useEffect, useRef } from 'react';

/** Says what was done; whoever goes by keyboard goes on from here, as what they pressed may be gone. */
export function WhatCameOfIt({ text }: { text: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (text !== '') place.current?.focus();
  }, [text]);
  return text === '' ? null : (
    <p ref={place} className="strip away-done" role="status" tabIndex={-1}>
      {text}
    </p>
  );
}
