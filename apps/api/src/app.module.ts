import { Module, type DynamicModule } from '@nestjs/common';
import { Acts } from './acts/acts.ts';
import { ApiDocsController } from './controllers/api-docs.controller.ts';
import { AuthoritiesController } from './controllers/authorities.controller.ts';
import { ComposeController } from './controllers/compose.controller.ts';
import { OfficeDeskController } from './controllers/office-desk.controller.ts';
import { OrganisationController } from './controllers/organisation.controller.ts';
import { CalendarsController } from './controllers/calendars.controller.ts';
import { BoardController } from './controllers/board.controller.ts';
import { DeskListsController } from './controllers/desk-lists.controller.ts';
import { DeskController } from './controllers/desk.controller.ts';
import { DirectoryController } from './controllers/directory.controller.ts';
import { DocumentsController } from './controllers/documents.controller.ts';
import { DossierViewsController } from './controllers/dossier-views.controller.ts';
import { DossiersController } from './controllers/dossiers.controller.ts';
import { ExceptionsController } from './controllers/exceptions.controller.ts';
import { FeedController } from './controllers/feed.controller.ts';
import { HoldersController } from './controllers/holders.controller.ts';
import { LaddersController } from './controllers/ladders.controller.ts';
import { LateTasksController } from './controllers/late-tasks.controller.ts';
import { LeaderDeskController } from './controllers/leader-desk.controller.ts';
import { LiveController } from './controllers/live.controller.ts';
import { MeetingsController } from './controllers/meetings.controller.ts';
import { NoticesController } from './controllers/notices.controller.ts';
import { OpinionsController } from './controllers/opinions.controller.ts';
import { ProgrammesController } from './controllers/programmes.controller.ts';
import { PostController } from './controllers/post.controller.ts';
import { RecordController } from './controllers/record.controller.ts';
import { RegistersController } from './controllers/registers.controller.ts';
import { RouteViewsController } from './controllers/route-views.controller.ts';
import { RoutesController } from './controllers/routes.controller.ts';
import { SessionController } from './controllers/session.controller.ts';
import { SettingsController } from './controllers/settings.controller.ts';
import { TaskWorkController } from './controllers/task-work.controller.ts';
import { TasksController } from './controllers/tasks.controller.ts';
import { VotesController } from './controllers/votes.controller.ts';
import { Live } from './live/live.ts';
import { Office } from './office.ts';
import { BrowserSignIn } from './sign-in/browser-sign-in.ts';

export const CONTROLLERS = [
  LateTasksController, TasksController, TaskWorkController, DossiersController, DossierViewsController, DocumentsController, OpinionsController, VotesController, ExceptionsController, MeetingsController, DeskController, DeskListsController, NoticesController, PostController, AuthoritiesController,
  OfficeDeskController, OrganisationController, ComposeController,
  RecordController, ProgrammesController, RoutesController, RouteViewsController, RegistersController, LaddersController, BoardController, FeedController, SessionController, SettingsController, CalendarsController, DirectoryController, ApiDocsController, LiveController, LeaderDeskController, HoldersController,
];

/** The API around one office, the sign-in of its browsers and those who listen. */
@Module({})
export class AppModule {
  static around(office: Office, signIn: BrowserSignIn, live: Live): DynamicModule {
    return { module: AppModule, controllers: CONTROLLERS, providers: [{ provide: Office, useValue: office }, { provide: BrowserSignIn, useValue: signIn }, { provide: Live, useValue: live }, Acts] };
  }
}
