# about = "a mail address as student id"
# student = "ada.lovelace+crm@example.org"
