import { ApartmentOutlined, AuditOutlined, BarChartOutlined, BellOutlined, BookOutlined, BranchesOutlined, CalendarOutlined, CheckSquareOutlined, ClockCircleOutlined, FileSearchOutlined, FormOutlined, InboxOutlined, SolutionOutlined, TeamOutlined, UserSwitchOutlined } from '@ant-design/icons';
import type { JSX } from 'react';
import type { MenuScreen } from './screens.ts';

export const NAV_ICONS: Readonly<Record<MenuScreen['name'], JSX.Element>> = {
  leaders: <AuditOutlined />, queue: <InboxOutlined />, compose: <FormOutlined />, dossiers: <FileSearchOutlined />, office: <SolutionOutlined />, meetings: <TeamOutlined />, ballots: <CheckSquareOutlined />, registers: <BookOutlined />,
  programmes: <BarChartOutlined />, deadlines: <ClockCircleOutlined />, notices: <BellOutlined />, absences: <UserSwitchOutlined />, calendar: <CalendarOutlined />, routes: <BranchesOutlined />, organisation: <ApartmentOutlined />,
};
