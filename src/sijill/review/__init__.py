"""A record and its film's script go in; what a person should settle first comes out, one by one."""
