export { TASK_QUEUE, CLOCK_WORKFLOW_ID, lifecycleWorkflowId, MOVED, MOVE, STANDING, type Standing, type Move, type WayStop } from './lifecycle.ts';
export type { CaseActivities, ClockActivities, EffectActivities, FiredRungs } from './activity-ports.ts';
