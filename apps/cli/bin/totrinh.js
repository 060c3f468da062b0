#!/usr/bin/env node
import { runTotrinh } from './run-pinned.mjs';

await runTotrinh(process.argv.slice(2));
