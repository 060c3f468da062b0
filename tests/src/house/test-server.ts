import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

// Temporal's server that skips time is a Java program of Maven's repository: `io.temporal:temporal-test-server`. It is kept outside the
// tree, with a shell wrapper that the SDK can start as an executable of an existing path.

const VERSION = '1.38.0';

/** What to do on a machine that has no such server, in both languages; a suite that needs it says so when it is skipped. */
export const testServerAdvice =
  'Thiếu máy chủ Temporal bỏ qua thời gian: cài Java 17 và Maven rồi chạy lại `npm test`, hoặc đặt TOTRINH_TEST_SERVER. ' +
  '/ The time-skipping Temporal server is missing: install Java 17 and Maven and run `npm test` again, or set TOTRINH_TEST_SERVER to an executable.';

const cache = (): string => process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
const folder = (): string => join(cache(), 'totrinh', 'test-server', `${VERSION}-quick`);
const wrapper = (): string => join(folder(), 'test-server.sh');
const runs = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/**
 * The executable to give `TestWorkflowEnvironment.createTimeSkipping` as `{ type: 'existing-path', path }`: TOTRINH_TEST_SERVER, or what
 * `obtainTestServer` has put into the cache and Java can run. Undefined where there is none; never fetches anything.
 */
export function testServerPath(): string | undefined {
  const given = process.env['TOTRINH_TEST_SERVER'];
  if (given) return existsSync(given) ? given : undefined;
  return existsSync(wrapper()) && runs('java', '-version') ? wrapper() : undefined;
}

/**
 * Fetches the server with Maven, once a machine (15 s, 38 MB), and returns its path; undefined where Java or Maven is missing.
 * @throws Error with Maven's words when it cannot be fetched.
 */
export async function obtainTestServer(): Promise<string | undefined> {
  const there = testServerPath();
  if (there || process.env['TOTRINH_TEST_SERVER']) return there;
  if (!runs('java', '-version') || !runs('mvn', '--version')) return undefined;
  mkdirSync(dirname(folder()), { recursive: true });
  const staging = mkdtempSync(`${folder()}-`);
  try {
    writeFileSync(join(staging, 'pom.xml'), pom);
    await promisify(execFile)('mvn', ['-q', '-B', '-f', join(staging, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${join(staging, 'lib')}`], { timeout: 300_000 });
    writeFileSync(join(staging, 'test-server.sh'), script);
    chmodSync(join(staging, 'test-server.sh'), 0o755);
    // Whole or not at all, also when two runs fetch at once: the first to arrive stays.
    if (!existsSync(folder())) renameSync(staging, folder());
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return testServerPath();
}

// The SDK waits five seconds for the server, which a busy machine needs its quick compiler and its simple collector to keep.
const script = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>totrinh</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${VERSION}</version></dependency>
  </dependencies>
</project>
`;
