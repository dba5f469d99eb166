/** The Luhn sum, by which card numbers are checked. */
export function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - place));
    const doubled = digit * 2;
    if (place % 2 === 0) sum += digit;
    else sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The sum modulo 11 of the last digit of an NHS number. */
export function hasNhsDigit(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits.charAt(9));
}

/** The remainder of ISO 7064 that an IBAN has, with its country and check digits behind the rest and letters as numbers. */
export function isMod97(compact: string): boolean {
  let rest = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** The sum modulo 11 of the last digit of a Hungarian tax identification number. */
export function hasHungarianDigit(digits: string): boolean {
  if (!/^8\d{9}$/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, place) => total + Number(digit) * (place + 1), 0);
  return sum % 11 === Number(digits.charAt(9));
}

/** The sum modulo 11 of the last digit of a Bulgarian company, with other weights where the first leave ten. */
export function hasBulgarianDigit(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false;
  const sumFrom = (weight: number) =>
    Array.from(digits.slice(0, 8)).reduce((total, digit, place) => total + Number(digit) * (place + weight), 0) % 11;
  const first = sumFrom(1);
  const check = first < 10 ? first : sumFrom(3) % 10;
  return check === Number(digits.charAt(8));
}
