import { bringRarer, rare } from '@dvc/core';

bringRarer(rare);
