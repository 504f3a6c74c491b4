.DEFAULT_GOAL := help
.DEFAULT:
	@dotnet run -v q --project build -- $@ $(ARGS)
