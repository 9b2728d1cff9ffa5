import { join } from '../pointer.js';
import type { Path } from '../types.js';
import { isObject, listOf, own, type Report } from './report.js';

/** Reports facts of law and money that nobody can trace (`fact-missing`) or that nobody has checked (`fact-unverified`). */
export function checkFacts(document: unknown, report: Report): void {
  const procedure = own(document, 'procedure');
  if (isObject(procedure)) {
    for (const name of ['legalBasis', 'sources', 'lastChecked']) {
      const value = own(procedure, name);
      if (value === undefined || (Array.isArray(value) && value.length === 0)) report('/procedure', 'fact-missing', name, undefined);
    }
    sure(procedure, '/procedure', report);
    each(procedure, '/procedure', 'legalBasis', report, () => {});
    each(procedure, '/procedure', 'timeLimits', report, () => {});
    each(procedure, '/procedure', 'cases', report, (item, at) => {
      each(item, at, 'timeLimits', report, () => {});
      each(item, at, 'fees', report, (fee, place) => traceable(fee, place, report));
    });
  }
  each(document, '', 'papers', report, () => {});
  each(document, '', 'fees', report, (fee, at) => traceable(fee, at, report));
}

function each(holder: unknown, path: Path, name: string, report: Report, visit: (item: unknown, at: Path) => void): void {
  listOf(own(holder, name)).forEach((item, index) => {
    sure(item, join(path, name, index), report);
    visit(item, join(path, name, index));
  });
}

function sure(fact: unknown, at: Path, report: Report): void {
  const confidence = own(fact, 'confidence');
  if (confidence !== undefined && confidence !== 'high') report(join(at, 'confidence'), 'fact-unverified', 'high', confidence);
}

/** Money that is asked for has a source. */
function traceable(fee: unknown, at: Path, report: Report): void {
  if (listOf(own(fee, 'sources')).length === 0) report(at, 'fact-missing', 'sources', undefined);
}
