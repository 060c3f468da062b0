export { createCaseActivities, type CaseActivityParts } from './case.activities.ts';
export { createClockActivities, sleepMsFor, type ClockActivityParts } from './clock.activities.ts';
export { createReplanActivities } from './replan.activities.ts';
export { createEffectActivities, type EffectActivityParts } from './effect.activities.ts';
export { createSweepActivities, type SweepActivityParts } from './sweep.activities.ts';
export { createDeliveryActivities, type DeliveryActivityParts } from './delivery.activities.ts';
