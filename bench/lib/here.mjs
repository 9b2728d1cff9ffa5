// Import this first: the scripts speak of dist/ and results/ as seen from bench/, wherever they are started.
import process from 'node:process';

process.chdir(new URL('..', import.meta.url).pathname);
