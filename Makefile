.DEFAULT_GOAL := help
.DEFAULT build:
	@dotnet run -v q --project build -- $@ $(ARGS)
# Also the name of a folder, which make would take for the finished product.
.PHONY: build
