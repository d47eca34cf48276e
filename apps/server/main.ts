import './quick-modules.ts';

// What is imported statically would be looked up before anything of this file ran.
const { runCommandLine } = await import('./command-line.ts');
await runCommandLine(process.argv.slice(2));
