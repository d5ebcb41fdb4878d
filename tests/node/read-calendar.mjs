// Reads a calendar a line (JSON) and answers with its dates a line, as ical.js understands them.
import { createInterface } from 'node:readline';
import ICAL from 'ical.js';

function written(time) {
  return time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString().replace('.000Z', 'Z');
}

function described(item, startDate, endDate) {
  return {
    uid: item.uid,
    starts: written(startDate),
    ends: endDate && endDate.compare(startDate) !== 0 ? written(endDate) : null,
    status: item.component.getFirstPropertyValue('status'),
    summary: item.summary,
  };
}

function* datesOf(main, exceptions, until) {
  const event = new ICAL.Event(main, { exceptions });
  if (!event.isRecurring()) {
    yield described(event, event.startDate, event.endDate);
    return;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(); next && written(next) < until; next = iterator.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    yield described(item, startDate, endDate);
  }
}

function read({ calendar, until }) {
  const root = new ICAL.Component(ICAL.parse(calendar));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const parts = grouped(root.getAllSubcomponents('vevent'));
  const dates = [];
  for (const group of parts.values()) {
    const main = group.find((part) => !part.hasProperty('recurrence-id'));
    dates.push(...datesOf(main, group.filter((part) => part !== main), until));
  }
  return dates.sort((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0));
}

function grouped(parts) {
  const groups = new Map();
  for (const part of parts) {
    const uid = part.getFirstPropertyValue('uid');
    groups.set(uid, [...(groups.get(uid) ?? []), part]);
  }
  return groups;
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = { dates: read(JSON.parse(line)) };
  } catch (error) {
    answer = { error: String(error.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
