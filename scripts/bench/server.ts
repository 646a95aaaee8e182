/**
 * What the language server holds and does while nobody types: `node scripts/run.mjs scripts/bench/server.ts -- [FOLDER] [NODE FLAGS]`.
 * Opens the drafts of a folder (the project's own) as an editor would, and reads memory and processor time from /proc.
 */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';

/** Seconds of idleness that are measured. */
const IDLE = 10;
/** Clock ticks of a second, as /proc counts. */
const TICKS = 100;

const args = process.argv.slice(2);
const folder = path.resolve(args.find((arg) => !arg.startsWith('-')) ?? '.');
const child = spawn(process.execPath, [...args.filter((arg) => arg.startsWith('-')), path.resolve('dist/main.cjs'), 'lsp'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
const told = new Set<string>();
connection.onNotification(PublishDiagnosticsNotification.type, ({ uri }) => {
  told.add(uri);
});
connection.listen();

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function say(what: string): void {
  const status = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const megabytes = (key: string) => Math.round(Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  console.log(`${what.padEnd(28)} ${megabytes('VmRSS')} MB resident, ${megabytes('VmHWM')} MB at most`);
}

/** Processor time so far, in seconds. */
function used(): number {
  const fields = fs.readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

await connection.sendRequest(InitializeRequest.type, {
  processId: process.pid,
  rootUri: null,
  workspaceFolders: [{ name: 'bench', uri: URI.file(folder).toString() }],
  capabilities: {},
});
await connection.sendNotification(InitializedNotification.type, {});
say('started');
const drafts = fs.readdirSync(path.join(folder, 'drafts')).filter((name) => name.endsWith('.md'));
for (const name of drafts) {
  const file = path.join(folder, 'drafts', name);
  const uri = URI.file(file).toString();
  const textDocument = { uri, languageId: 'markdown', version: 1, text: fs.readFileSync(file, 'utf8') };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  while (!told.has(uri)) await sleep(50);
  say(`checked ${name}`);
}
// By then the server has given back what the checks left behind.
await sleep(6000);
const before = used();
await sleep(IDLE * 1000);
console.log(`idle: ${(((used() - before) / IDLE) * 100).toFixed(1)} % of a processor`);
say(`after ${IDLE} seconds`);
child.kill();
process.exit(0);
