import { element, timeElement } from './element.js';
import { showItems } from './show-items.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./times.js').Times} Times
 * @typedef {import('./read-answers.js').AppointmentRecord} AppointmentRecord
 */

/**
 * @param {HTMLElement} list
 * @param {readonly AppointmentRecord[]} appointments
 * @param {{ words: Words, times: Times, now: number }} look
 */
export function drawAppointments(list, appointments, { words, times, now }) {
  const items = appointments
    .toSorted((a, b) => a.start - b.start)
    .map((appointment) => ({
      key: appointment.id,
      ...times.period(appointment.start, appointment.end, now),
      start: appointment.start,
      treatment: appointment.treatment + (appointment.area === null ? '' : ` · ${appointment.area}`),
      status: appointment.status,
      statusLabel: words.appointmentStatus(appointment.status),
      details: [
        [words.ui.at, appointment.branch],
        [words.ui.with, appointment.staff],
        [words.ui.room, appointment.room],
      ],
    }));
  showItems(list, items, (item) =>
    element(
      'li',
      { class: 'appointment', 'data-testid': 'appointment-row', 'data-status': item.status },
      element(
        'p',
        { class: 'appointment-when' },
        timeElement(item.start, item.hours, 'hours'),
        element('span', { class: 'status' }, item.statusLabel),
      ),
      element('p', { class: 'quiet' }, item.day),
      element('p', { class: 'treatment' }, item.treatment),
      element(
        'dl',
        {},
        ...item.details.map(([term = '', value = '']) =>
          element('div', {}, element('dt', {}, term), element('dd', {}, value)),
        ),
      ),
    ),
  );
}
