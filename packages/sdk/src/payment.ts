// `<dvc-payment>` alone, registered.
import { defineDvcPayment } from '@dvc/elements/payment';

export * from '@dvc/elements/payment';

defineDvcPayment();
