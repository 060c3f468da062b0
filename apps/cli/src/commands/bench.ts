import { Argument, type Command } from 'commander';
import { runScript } from '../run-script.ts';

/** `totrinh bench NAME`: measures on services of its own and prints; asserts nothing. Exit 2: the comparison is not to be had. */
export function register(program: Command): void {
  program
    .command('bench')
    .addArgument(new Argument('<name>', 'phép đo / what to measure').choices(['decisions', 'moves', 'large', 'deadlines', 'replan']))
    .action((name: string) => runScript(`bench/${name}.ts`, []));
}
