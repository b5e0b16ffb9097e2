#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { PACKAGE_ROOT } from './platform/package-root.ts';

// Compiling a thousand modules, and stripping their types, is most of a start. In a folder that is as much ours as the program; where it cannot
// be written nothing is kept. Before anything else is loaded; the launcher has done it already.
enableCompileCache(path.join(PACKAGE_ROOT, 'node_modules/.cache/waybill'));
const { runCommandLine } = await import('./cli/cli.ts');

process.exitCode = await runCommandLine(process.argv);
