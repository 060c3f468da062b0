import { Absence } from './absence.entity.ts';
import { Act } from './act.entity.ts';
import { Appointment } from './appointment.entity.ts';
import { Assignment } from './assignment.entity.ts';
import { Authority } from './authority.entity.ts';
import { BodySigner } from './body-signer.entity.ts';
import { Body } from './body.entity.ts';
import { Briefing } from './briefing.entity.ts';
import { CalendarVersion } from './calendar-version.entity.ts';
import { Decision } from './decision.entity.ts';
import { Delivery } from './delivery.entity.ts';
import { Document } from './document.entity.ts';
import { Dossier } from './dossier.entity.ts';
import { EventWord } from './event-word.entity.ts';
import { Event } from './event.entity.ts';
import { FeedToken } from './feed-token.entity.ts';
import { IdempotencyKey } from './idempotency-key.entity.ts';
import { Item } from './item.entity.ts';
import { LadderVersion } from './ladder-version.entity.ts';
import { Manifest } from './manifest.entity.ts';
import { MeetingAttendance } from './meeting-attendance.entity.ts';
import { MeetingItem } from './meeting-item.entity.ts';
import { MeetingPaper } from './meeting-paper.entity.ts';
import { Meeting } from './meeting.entity.ts';
import { NoticePreference } from './notice-preference.entity.ts';
import { Notice } from './notice.entity.ts';
import { OfficeSetting } from './office-setting.entity.ts';
import { OutboxCall } from './outbox-call.entity.ts';
import { OutsideChannel } from './outside-channel.entity.ts';
import { Participant } from './participant.entity.ts';
import { Person } from './person.entity.ts';
import { Post } from './post.entity.ts';
import { Programme } from './programme.entity.ts';
import { RegisterNumber } from './register-number.entity.ts';
import { RegisterSeries } from './register-series.entity.ts';
import { Register } from './register.entity.ts';
import { RouteVersion } from './route-version.entity.ts';
import { Rung } from './rung.entity.ts';
import { SavedView } from './saved-view.entity.ts';
import { Session } from './session.entity.ts';
import { SignIn } from './sign-in.entity.ts';
import { Step } from './step.entity.ts';
import { TaskCandidate } from './task-candidate.entity.ts';
import { Task } from './task.entity.ts';
import { Unit } from './unit.entity.ts';
import { Urn } from './urn.entity.ts';
import { WebhookEndpoint } from './webhook-endpoint.entity.ts';

/** Every entity of the schema, for the data source: for reading; the ledger writes rows by statements of its own. */
export const ENTITIES: readonly (new () => object)[] = [
  Absence, Act, Appointment, Assignment, Authority, Body, BodySigner, Briefing, CalendarVersion, Decision, Delivery, Document,
  Dossier, Event, EventWord, FeedToken, IdempotencyKey, Item, LadderVersion, Manifest, Meeting, MeetingAttendance, MeetingItem,
  MeetingPaper, Notice, NoticePreference, OfficeSetting, OutboxCall, OutsideChannel, Participant, Person, Post, Programme, Register,
  RegisterNumber, RegisterSeries, RouteVersion, Rung, SavedView, Session, SignIn, Step, Task, TaskCandidate, Unit, Urn, WebhookEndpoint,
];
