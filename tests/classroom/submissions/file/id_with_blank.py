# about = "a student id with a blank and an umlaut"
# student = "jörg van der berg"
