"""The places and bodies of one text go in; what each is, its country and who heads it come out."""
