"""Work objects of the pages an office steers with: 目标 and 会议."""
