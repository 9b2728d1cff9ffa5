// `<dvc-status>` alone, registered.
import { defineDvcStatus, neighbours } from '@dvc/elements/status';

export * from '@dvc/elements/status';

// A supplement is answered and money is paid in place: by the entries that a page has them from anyway.
neighbours['dvc-form'] = () => import('./form.js');
neighbours['dvc-payment'] = () => import('./payment.js');

defineDvcStatus();
