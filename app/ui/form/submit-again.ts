/**
 * Sends a form whose submission was held back to be judged.
 *
 * A form takes no second submission while it still tells its listeners of the first ("firing submission events" in the HTML
 * standard): `requestSubmit` then does nothing, silently. Promises are kept in between those listeners, timers only behind them.
 *
 * @param beforehand is called right before the form is sent
 */
export function submitAgain(
  form: Pick<HTMLFormElement, "requestSubmit">,
  submitter: HTMLElement | null,
  beforehand: () => void,
): void {
  setTimeout(() => {
    beforehand();
    form.requestSubmit(submitter);
  });
}
