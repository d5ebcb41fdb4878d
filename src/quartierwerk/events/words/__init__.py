"""When, where and whom to call, in words that everybody uses: pages, mails, letters, calendars, print."""
