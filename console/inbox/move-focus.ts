/** Leads to the next task of a list, or the one before; to the first one where none has the focus. */
export function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('.inbox-link') ?? [])];
  const at = links.findIndex((link) => link.matches(':focus'));
  links[at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}
