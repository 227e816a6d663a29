/** Sum of digits times weights, from the left; as many digits as there are weights. */
export const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

/** Sum of the decimal digits of a number. */
export const digitSum = (number: number): number => [...String(number)].reduce((sum, digit) => sum + Number(digit), 0);

/** Luhn: every second digit from the right doubled, digits added; 0 when the number, check digit included, is right. */
export const luhn = (digits: string): number =>
  [...digits].reduceRight(
    ({ sum, twice }, digit) => ({ sum: sum + (twice ? digitSum(2 * Number(digit)) : Number(digit)), twice: !twice }),
    { sum: 0, twice: false },
  ).sum % 10;

/** Remainder by 97 of a number of any length in which letters stand for 10 to 35 (ISO 7064 MOD 97-10). */
export const mod97 = (text: string): number =>
  [...text].reduce((rest, character) => {
    const value = Number.parseInt(character, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);

/** ISO 7064 MOD 11,10 over all digits, check digit included; 1 when right. */
export const mod11And10 = (digits: string): number => {
  let carry = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (carry + Number(digit)) % 10 || 10;
    carry = (sum * 2) % 11;
  }
  return (carry + Number(digits.at(-1))) % 10;
};

/** What brings a sum up to the next multiple: `10 - sum mod 10`, with 0 for a multiple itself. */
export const upTo = (modulus: number, sum: number): number => (modulus - (sum % modulus)) % modulus;
