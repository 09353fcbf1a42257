from roman_proto import *
top=sorted(votes.items(),key=lambda kv:-sum(kv[1][1].values()))[:150]
for a,(o,r) in top: print(a,r.most_common(4))
