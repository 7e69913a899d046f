"""A project in; its build out: seven stages as a graph, of which only what is out of date runs."""
