export { addDays, addMonths, ageOn, compare, daysBetween, daysInMonth, isDate, monthsBetween, weekday } from './civil-date.js';
export { todayIn } from './today.js';
export { dueDate } from './due-date.js';
export type { DueDate, DueDateInput, OfficeHours } from './due-date.js';
export { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.js';
export type { Calendar } from '../rules/types.js';
