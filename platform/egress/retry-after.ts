const longestMs = 600_000;

/** In how many milliseconds to come again, by seconds or by a moment, as `Retry-After` has both; ten minutes at most are believed. */
export function retryAfterOf(headers: Headers): number | undefined {
  const exact = amountIn(headers.get('retry-after-ms'));
  const said = headers.get('retry-after');
  const seconds = amountIn(said);
  const wantedMs = exact ?? (seconds === undefined ? untilMoment(said) : seconds * 1000);
  return wantedMs === undefined ? undefined : Math.min(wantedMs, longestMs);
}

function amountIn(text: string | null): number | undefined {
  return text !== null && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}

/** A moment is given to the second, in the one form of HTTP. */
function untilMoment(text: string | null): number | undefined {
  if (text === null || !/^[A-Z][a-z]{2}, .* GMT$/.test(text.trim())) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - Date.now());
}
