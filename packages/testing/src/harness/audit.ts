/** Attributes that name other elements by id. */
const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-activedescendant', 'aria-errormessage', 'aria-details'] as const;

/** What must never be in a shadow root of ours, whatever it shows: one line each; empty when all is well. */
export function faultsOf(root: ShadowRoot): string[] {
  const all = [...root.querySelectorAll('*')];
  const ids = new Map<string, number>();
  for (const { id } of all) if (id) ids.set(id, (ids.get(id) ?? 0) + 1);
  const tag = (each: Element) => `<${each.localName}${each.id ? ` id=${each.id}` : ''}>`;
  const invalid = all.filter((each) => each.getAttribute('aria-invalid') === 'true');
  return [
    ...[...ids].filter(([, n]) => n > 1).map(([id, n]) => `${n} elements have the id ${id}`),
    ...all.flatMap((each) => REFERENCES.flatMap((name) => (each.getAttribute(name) ?? '').split(/\s+/).filter((id) => id && !ids.has(id)).map((id) => `${tag(each)} ${name} names ${id}, which is not there`))),
    ...all.filter((each) => each.hasAttribute('style')).map((each) => `${tag(each)} has a style attribute`),
    ...all.filter((each) => each.localName === 'style').map(() => 'there is a <style>'),
    ...all.filter((each) => [...each.attributes].some(({ name }) => name.startsWith('on'))).map((each) => `${tag(each)} has a handler in an attribute`),
    ...all.filter((each) => (each as HTMLElement).tabIndex > 0).map((each) => `${tag(each)} has a positive tabindex`),
    ...invalid.filter((each) => !sentenceOf(root, each)).map((each) => `${tag(each)} is invalid and no sentence describes it`),
    ...all.filter((each) => each.matches('a[href]') && !each.hasAttribute('data-action')).map((each) => `${tag(each)} would navigate`),
    ...all.filter((each) => each.localName === 'button' && each.getAttribute('type') !== 'button').map((each) => `${tag(each)} is not of type button`),
  ];
}

const sentenceOf = (root: ShadowRoot, element: Element): boolean =>
  [element, element.closest('fieldset')].some((each) => (each?.getAttribute('aria-describedby') ?? '').split(' ').some((id) => id.endsWith('-error') && root.getElementById(id)?.textContent?.trim()));
