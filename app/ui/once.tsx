/** The idempotency key of a form: `value` is a UUID made in the loader. Pressing twice, or replaying, does it once. */
export function Once({ value }: { value: string }) {
  return <input type="hidden" name="_key" value={value} />;
}
