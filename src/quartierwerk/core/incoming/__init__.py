"""What every app that reads mails from outside needs: headers, words, quotations. Pure: nothing in a mail is run or fetched."""
