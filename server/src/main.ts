/** `corroborate …`: picks a face. Each is loaded only when it is called, so that all of them start fast. */

async function main(argv: readonly string[]): Promise<void> {
  if (argv[0] === 'lsp' && !argv.includes('--help') && !argv.includes('-h')) {
    const { startServer } = await import('./lsp/main.ts');
    startServer(argv.slice(1));
    return;
  }
  const [{ run }, { processIo }] = await Promise.all([import('./cli/cli.ts'), import('./cli/io.ts')]);
  // Not process.exit: what still waits to be written to a pipe would be lost.
  process.exitCode = await run(argv, processIo());
}

void main(process.argv.slice(2));
