/** The one place that names the router whose procedures this app calls. Types only: nothing of the server is bundled. */
export type { StaffRouter } from '@sallyport/api/staff-router';
