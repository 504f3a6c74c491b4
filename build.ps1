#!/usr/bin/env pwsh
dotnet run -v q --project "$PSScriptRoot/build" -- @args
exit $LASTEXITCODE
