"""Where everything meets: builds the parts, hands them to each other, runs the loop."""
