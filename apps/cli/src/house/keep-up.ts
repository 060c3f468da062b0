import { StartError, reasonOf } from '@totrinh/platform';
import type { Part, Say } from '@totrinh/embedded';

const WINDOW_MS = 60_000;
const MOST_RESTARTS = 3;

/**
 * Starts a part again when it ends by itself, as a crash or somebody's kill does; the others wait for it meanwhile. After three
 * times within a minute it is a fault that a restart does not mend: `giveUp` hears one sentence.
 */
export function keepUp(part: Part, say: Say, giveUp: (fault: StartError) => void): void {
  const times: number[] = [];
  part.onDown(({ code, signal }) => {
    const now = performance.now();
    times.push(now);
    while (times[0] !== undefined && now - times[0] > WINDOW_MS) times.shift();
    const how = signal ?? `mã ${code}`;
    if (times.length > MOST_RESTARTS) {
      giveUp(new StartError({ vi: `${part.name} cứ dừng lại (${how}); xem nhật ký trong thư mục dữ liệu`, en: `${part.name} keeps ending (${how}); see its log in the data folder` }));
      return;
    }
    say(`${part.name} dừng bất ngờ (${how}), đang khởi động lại`, `${part.name} ended unexpectedly (${how}), starting it again`);
    part.restart().then(
      () => say(`${part.name} đã chạy lại`, `${part.name} is back`),
      (error: unknown) => giveUp(error instanceof StartError ? error : new StartError({ vi: `${part.name}: ${reasonOf(error)}`, en: reasonOf(error) })),
    );
  });
}
