export { TASK_QUEUE, CLOCK_WORKFLOW_ID, REPLAN_WORKFLOW_ID, SWEEP_SCHEDULE_ID, lifecycleWorkflowId, MOVED, MOVE, STANDING, type Standing, type Move, type WayStop } from './lifecycle.ts';
export type { CaseActivities, ClockActivities, EffectActivities, FiredRungs, ReplanActivities, ReplanRound, SweepActivities, SweptCounts } from './activity-ports.ts';
