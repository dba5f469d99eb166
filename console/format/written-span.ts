import type { Span } from '#contracts/span.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { saySpan } from './span.ts';

const minutesInHour = 60;

/** A span as the registry writes it: time that always passes, or time that people work. */
export function sayWrittenSpan(span: Span): string {
  const { spans } = registryTexts;
  switch (span.kind) {
    case 'elapsed':
      return saySpan(span.ms);
    case 'businessDays':
      return spans.days(span.days);
    case 'business':
      return span.minutes % minutesInHour === 0
        ? spans.hours(span.minutes / minutesInHour)
        : spans.minutes(span.minutes);
  }
}
