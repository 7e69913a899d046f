"""One module for each chapter of the film: items of the record go in, its scenes come out."""
