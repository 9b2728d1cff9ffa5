#!/usr/bin/env node
import { createServer } from './app.js';
import { optionsFromEnvironment } from './environment.js';
import { deliveriesCommand, noticesCommand, paymentsCommand, surveyKeyCommand } from './operator.js';
import { createSurveyServer } from './surveys/server.js';

const [command, ...words] = process.argv.slice(2);
const commands = { deliveries: deliveriesCommand, notices: noticesCommand, payments: paymentsCommand, 'survey-key': surveyKeyCommand };
if (command !== undefined && Object.hasOwn(commands, command)) {
  process.exit(await commands[command as keyof typeof commands](words, process.env, (line) => { process.stdout.write(`${line}\n`); }));
} else if (command !== undefined && !(command === 'surveys' && words.length === 0)) {
  process.stderr.write('usage: dvc-server, or dvc-server surveys (the surveys alone, as a service of their own), or dvc-server survey-key <survey>, or dvc-server deliveries [list | resend <id | all>], or dvc-server notices [list | resend <id | all>], or dvc-server payments [list] [unresolved | attention | all | <dossier code>]\n');
  process.exit(2);
}

const options = optionsFromEnvironment(process.env);
const server = command === 'surveys' ? await createSurveyServer(options) : await createServer(options);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => { server.close().then(() => process.exit(0), () => process.exit(1)); });
}
const address = await server.listen(Number(process.env['PORT'] ?? 8080), process.env['HOST'] ?? '127.0.0.1');
process.stdout.write(`${address}\n`);
// Made now, in the background: an embedded database takes seconds to be born, and the first person who answers a survey shall not wait for it. Whoever needs it hears why it cannot be had.
server.surveys.store().catch(() => undefined);
