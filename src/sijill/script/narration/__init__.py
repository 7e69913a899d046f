"""The narrator: values of the record go in, words in the film's languages come out."""
