"""Regular work: one list of jobs, the tick that enqueues what is due, the tasks themselves."""
